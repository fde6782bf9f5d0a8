// A browser starts no worker for a page that was opened from a folder, and the search of the site runs in one. There it
// runs in a hidden frame. It stands where Zensical would load the same from a server.
if (location.protocol === "file:") {
  const load = (inside, url) =>
    new Promise((done, failed) => {
      const script = inside.document.createElement("script");
      Object.assign(script, { src: new URL(url, location.href).href, onload: done, onerror: failed });
      inside.document.body.append(script);
    });

  // As between threads: a copy, and later.
  const send = (to, data) => {
    const event = new MessageEvent("message", { data: structuredClone(data) });
    setTimeout(() => to.dispatchEvent(event));
  };

  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.body.append(this.frame);
      const inside = this.frame.contentWindow;
      // Firefox puts a new document into a new frame a moment later, unless one was written.
      inside.document.write("<body>");
      inside.document.close();
      inside.postMessage = (data) => send(this, data);
      this.ready = load(inside, url);
      this.addEventListener("message", (event) => this.onmessage?.(event));
    }

    postMessage(data) {
      this.ready.then(() => send(this.frame.contentWindow, data));
    }

    terminate() {
      this.frame.remove();
    }
  };
}

"""Two packs side by side: which cases come out differently, in few conditions."""

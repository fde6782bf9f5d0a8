"""Files laid over files: packs and contacts that build on others."""

"""Named packages of public registries -> the vendored map layers; run by a developer, never by briefgen."""

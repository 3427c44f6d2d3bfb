"""What several tests share: documents, figures and scenes built by hand."""

"""How a document moves: decode, repair, split, tag, each `Document -> Document` (`decode` takes what came in)."""

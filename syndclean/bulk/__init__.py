"""Files of many dumps in, shards of JSON Lines out: `reading`, `writing` and, over the workers, `syndclean.many`."""

-- When a room screen last asked what to show; null until it does for the first time.

alter table screen_key add column last_seen_ms bigint;

INSERT OR REPLACE INTO person (no, name, role, has_pin, archived, version)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)

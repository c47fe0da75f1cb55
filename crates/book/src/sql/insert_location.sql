INSERT OR REPLACE INTO location (no, place, parent, name, code, kind, sellable, archived, version)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)

-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = person.no), name, role, has_pin, archived, version
FROM person

-- scan: a shop has few people.
SELECT subject.id, name, role, has_pin, archived, version
FROM person JOIN subject ON subject.no = person.no

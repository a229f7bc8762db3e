ALTER TABLE lamp ADD COLUMN colour text;

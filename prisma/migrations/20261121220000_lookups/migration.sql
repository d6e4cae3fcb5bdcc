-- Customers by the beginning of their address, whatever the database's collation.
CREATE INDEX "email_address_prefix" ON "email_address" (lower("address") text_pattern_ops);

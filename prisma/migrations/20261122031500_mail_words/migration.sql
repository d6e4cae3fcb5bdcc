-- Words of their own migration: PostgreSQL lets nothing use a new one before it is committed.
ALTER TYPE "mail_source" ADD VALUE 'imap';
ALTER TYPE "inbound_stage" ADD VALUE 'held' BEFORE 'done';
ALTER TYPE "inbound_outcome" ADD VALUE 'filed';
ALTER TYPE "inbound_outcome" ADD VALUE 'discarded';

-- AlterEnum
ALTER TYPE "notification_kind" ADD VALUE 'mail_held' BEFORE 'receipt';

-- Who wrote a text since it was last published: none of them is its second pair of eyes.
ALTER TABLE "article_draft" ADD COLUMN     "author_ids" UUID[];
ALTER TABLE "article_version" ADD COLUMN     "author_ids" UUID[];

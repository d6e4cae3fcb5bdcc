-- Of a topic's hundred articles, the page of questions wants the questions: it need not look at the rest.
CREATE INDEX "article_category_id_kind_position_id_idx" ON "article"("category_id", "kind", "position", "id");

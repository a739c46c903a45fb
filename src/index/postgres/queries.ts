/** Which articles `a` a filter lets through: $1 and $2 bound their days, $3 names one or a publisher, $4 a language. */
export const NARROWED = `a.last_day >= $1::int AND a.first_day <= $2::int
  AND ($3::text IS NULL OR lower(a.id) = $3 OR lower(a.publisher) = $3)
  AND ($4::text IS NULL OR a.language = $4)`;

/**
 * The passages that may answer: the nearest by vector ($5), and the best by BM25 over the query's stems ($7, weighted
 * by $8), $6 and four times as many; $9 is the mean length. Only passages that hold one of the stems $10 are weighed by words.
 * One statement, so all of it is one version. `relaxed_order` may swap neighbours, hence the second sort.
 */
export const candidates = (narrowed: boolean): string => `
WITH near AS MATERIALIZED (
  SELECT p.id, 1 - (p.embedding <=> $5::halfvec) AS cosine
  FROM attache.passages p ${narrowed ? "JOIN attache.articles a ON a.id = p.article" : ""}
  WHERE $5::text IS NOT NULL AND p.embedding IS NOT NULL AND ${narrowed ? NARROWED : UNUSED}
  ORDER BY p.embedding <=> $5::halfvec LIMIT $6
), worded AS (
  SELECT b.passage AS id, (
    SELECT sum(q.weight * tf.count * 2.2 / (tf.count + 1.2 * (0.25 + 0.75 * b.length / $9::float8)))
    FROM unnest($7::int[], $8::float8[]) AS q (stem, weight),
    LATERAL (SELECT b.counts[array_position(b.stems, q.stem)] AS count) tf
  ) AS score
  FROM attache.bags b
  ${narrowed ? "JOIN attache.passages p ON p.id = b.passage JOIN attache.articles a ON a.id = p.article" : ""}
  WHERE b.stems && $10::int[] AND ${narrowed ? NARROWED : UNUSED}
  ORDER BY score DESC NULLS LAST, b.passage LIMIT 4 * $6
)
SELECT p.id, p.article, a.language, p.span, p.context, p.words, p.context_length,
  1 - (p.embedding <=> $5::halfvec) AS cosine
FROM (SELECT id FROM near UNION SELECT id FROM worded) found
JOIN attache.passages p ON p.id = found.id
JOIN attache.articles a ON a.id = p.article
ORDER BY a.origin, a.position, p.id`;

/** Names the parameters of a filter, whose types PostgreSQL asks for, where there is none. */
const UNUSED = "coalesce($1::int, $2::int, 0) IS NOT NULL AND coalesce($3::text, $4::text, '') IS NOT NULL";

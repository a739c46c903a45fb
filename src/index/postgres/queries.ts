/** Which articles `a` a filter lets through: $1 and $2 bound their days, $3 names one or a publisher, $4 a language. */
export const NARROWED = `a.last_day >= $1::int AND a.first_day <= $2::int
  AND ($3::text IS NULL OR lower(a.id) = $3 OR lower(a.publisher) = $3)
  AND ($4::text IS NULL OR a.language = $4)`;

/**
 * The passages that may answer: the nearest by vector ($5), and the best by BM25 over the postings of the query's
 * stems ($7, weighted by $8), $6 of each; $9 is the mean length. One statement, so all of it is one version.
 * `relaxed_order` may swap neighbours, hence the second sort.
 */
export const CANDIDATES = `
WITH near AS MATERIALIZED (
  SELECT p.id, 1 - (p.embedding <=> $5::halfvec) AS cosine
  FROM attache.passages p JOIN attache.articles a ON a.id = p.article
  WHERE $5::text IS NOT NULL AND p.embedding IS NOT NULL AND ${NARROWED}
  ORDER BY p.embedding <=> $5::halfvec LIMIT $6
), worded AS (
  SELECT o.passage AS id, sum(q.weight * o.count * 2.2 / (o.count + 1.2 * (0.25 + 0.75 * p.length / $9::float8))) AS score
  FROM unnest($7::int[], $8::float8[]) AS q (stem, weight)
  JOIN attache.postings o ON o.stem = q.stem
  JOIN attache.passages p ON p.id = o.passage
  JOIN attache.articles a ON a.id = p.article
  WHERE ${NARROWED}
  GROUP BY o.passage ORDER BY score DESC, o.passage LIMIT $6
)
SELECT p.id, p.article, a.language, p.span, p.context, p.words, p.context_length,
  1 - (p.embedding <=> $5::halfvec) AS cosine
FROM (SELECT id FROM near UNION SELECT id FROM worded) found
JOIN attache.passages p ON p.id = found.id
JOIN attache.articles a ON a.id = p.article
ORDER BY a.origin, a.position, p.id`;

#include "nn/tiled_attention.hpp"

#include <array>

#include "nn/vector_math.hpp"

namespace nn {

namespace {

// [snip:exp-of-score]
/// \brief e^z for z ≤ 0, fast in float.
float exp_of(float z) {
    return exp_nonpositive(z);
}
double exp_of(double z) {
    return std::exp(z);
}
// [snip:exp-of-score]

// [snip:joined]
/// \brief The sum, or the largest, of many numbers: as many of them at once as a
/// vector instruction takes.
template <class T, class Join>
T joined(std::span<const T> numbers, T none, Join join) {
    std::array<T, vector_lanes> parts;
    parts.fill(none);
    const std::size_t whole = numbers.size() / vector_lanes * vector_lanes;
    for (std::size_t i = 0; i < whole; i += vector_lanes)
        for (std::size_t lane = 0; lane < vector_lanes; ++lane)
            parts[lane] = join(parts[lane], numbers[i + lane]);
    for (std::size_t i = whole; i < numbers.size(); ++i)
        parts[i - whole] = join(parts[i - whole], numbers[i]);
    for (std::size_t half = vector_lanes / 2; half > 0; half /= 2)
        for (std::size_t lane = 0; lane < half; ++lane)
            parts[lane] = join(parts[lane], parts[half + lane]);
    return parts[0];
}

template <class T>
T largest_of(std::span<const T> numbers) {
    return joined(numbers, -std::numeric_limits<T>::infinity(),
                  [](T a, T b) { return std::max(a, b); });
}

template <class T>
T sum_of(std::span<const T> numbers) {
    return joined(numbers, T(0), [](T a, T b) { return a + b; });
}
// [snip:joined]

// [snip:tile-view]
constexpr arma::uword tile = 64;  // tokens: a few tiles of scores stay in the cache

/// \brief Some columns of a matrix, sharing its memory.
template <class T>
arma::Mat<T> tile_of(arma::Mat<T>& matrix, arma::uword first, arma::uword count) {
    return {matrix.colptr(first), matrix.n_rows, count, false, true};
}

/// \brief The same, to read only.
template <class T>
const arma::Mat<T> tile_of(const arma::Mat<T>& matrix, arma::uword first,
                           arma::uword count) {
    // Armadillo knows no matrix to read only; the result is const instead.
    return {const_cast<T*>(matrix.colptr(first)), matrix.n_rows, count, false,
            true};
}
// [snip:tile-view]

// [snip:tile-scores]
/// \brief Keys and queries that meet in a tile, and the rule that they obey.
struct TilePlace {
    const AttentionRule& rule;
    arma::uword first_key, keys, first_query;

    /// \brief How many keys from the first on come no later than a query.
    arma::uword reach(arma::uword query) const {
        return rule.causal ? std::min(keys, first_query + query + 1 - first_key)
                           : keys;
    }
};

/// \brief KᵀQ / √d_k becomes scores: less what distance costs, −∞ for filling.
template <class T>
void apply_rule(T* scores, arma::uword query, const TilePlace& at) {
    const arma::uword reach = at.reach(query), place = at.first_query + query;
    if (at.rule.slope != 0)
        for (arma::uword k = 0; k < reach; ++k)
            scores[k] -= T(at.rule.penalty(at.first_key + k, place));
    if (!at.rule.padding.empty())
        for (arma::uword k = 0; k < reach; ++k)
            if (at.rule.padding[at.first_key + k])
                scores[k] = -std::numeric_limits<T>::infinity();
}
// [snip:tile-scores]

// [snip:require-tiled]
template <class T>
void require_tiled(const arma::Mat<T>& Q, const arma::Mat<T>& K,
                   const arma::Mat<T>& V, const AttentionRule& rule) {
    const bool padded = rule.padding.empty() || rule.padding.size() == K.n_cols;
    if (!Q.is_empty() && !V.is_empty() && Q.n_rows == K.n_rows &&
        V.n_cols == K.n_cols && padded)
        return;
    const auto shape = [](const arma::Mat<T>& matrix) {
        return std::to_string(matrix.n_rows) + " × " +
               std::to_string(matrix.n_cols);
    };
    require(false, "tiled_attention",
            "Q is " + shape(Q) + ", K is " + shape(K) + ", V is " + shape(V) +
                " and " + std::to_string(rule.padding.size()) +
                " keys are marked as filling or not; Q and K need as many rows, K "
                "and V as many columns, each a mark or none, and there must be a "
                "token");
}
// [snip:require-tiled]

// [snip:query-tile]
/// \brief The queries of a tile while they go over the keys: of each the largest
/// score so far, the sum of exponentials relative to it, and their mix of values.
template <class T>
class QueryTile {
public:
    QueryTile(arma::uword values, arma::uword queries)
        : O_(values, queries, arma::fill::zeros),
          sums_(queries, arma::fill::zeros),
          largest_(queries) {
        largest_.fill(-std::numeric_limits<T>::infinity());
    }

    void absorb(arma::Mat<T>& S, const arma::Mat<T>& V, const TilePlace& at);
    void finish(arma::uword first_query, TiledPass<T>& pass);

private:
    void absorb_query(T* scores, arma::uword query, const TilePlace& at);

    arma::Mat<T> O_;               // values × queries
    arma::Row<T> sums_, largest_;  // 1 × queries
};
// [snip:query-tile]

// [snip:absorb-query]
/// \brief Scores become exponentials; what came before fades if a score is larger.
template <class T>
void QueryTile<T>::absorb_query(T* scores, arma::uword query, const TilePlace& at) {
    const arma::uword reach = at.reach(query);
    apply_rule(scores, query, at);
    const T before = largest_[query];
    const T now = std::max(before, largest_of<T>({scores, reach}));
    std::fill(scores + reach, scores + at.keys, T(0));
    if (now == -std::numeric_limits<T>::infinity()) {  // it has seen nobody yet
        std::fill(scores, scores + reach, T(0));
        return;
    }
    for (arma::uword k = 0; k < reach; ++k) scores[k] = exp_of(scores[k] - now);
    const T fade = exp_of(before - now);  // 0 at the first tile
    sums_[query] = fade * sums_[query] + sum_of<T>({scores, reach});
    largest_[query] = now;
    O_.col(query) *= fade;
}
// [snip:absorb-query]

// [snip:absorb]
template <class T>
void QueryTile<T>::absorb(arma::Mat<T>& S, const arma::Mat<T>& V,
                          const TilePlace& at) {
    for (arma::uword q = 0; q < S.n_cols; ++q) absorb_query(S.colptr(q), q, at);
    O_ += V * S;  // values × queries
}

template <class T>
void QueryTile<T>::finish(arma::uword first_query, TiledPass<T>& pass) {
    for (arma::uword q = 0; q < O_.n_cols; ++q) {
        const bool saw = sums_[q] > 0;
        pass.O.col(first_query + q) = O_.col(q) / (saw ? sums_[q] : T(1));
        pass.log_sums[first_query + q] = saw ? largest_[q] + std::log(sums_[q])
                                             : std::numeric_limits<T>::infinity();
    }
}
// [snip:absorb]

// [snip:turned-tiles]
/// \brief Kᵀ, tile by tile: BLAS multiplies small matrices faster if it need not
/// turn them.
template <class T>
std::vector<arma::Mat<T>> turned_tiles(const arma::Mat<T>& K) {
    std::vector<arma::Mat<T>> tiles;
    for (arma::uword k = 0; k < K.n_cols; k += tile)
        tiles.push_back(tile_of(K, k, std::min(tile, K.n_cols - k)).t());
    return tiles;  // keys × d_k each
}
// [snip:turned-tiles]

/// \brief The keys that the queries before `query` may see: all, or one each.
// [snip:keys-for]
arma::uword keys_for(arma::uword query, arma::uword keys,
                     const AttentionRule& rule) {
    return rule.causal ? std::min(query, keys) : keys;
}
// [snip:keys-for]

}  // namespace

// [snip:tiled-attention]
template <class T>
TiledPass<T> tiled_attention(const arma::Mat<T>& Q, const arma::Mat<T>& K,
                             const arma::Mat<T>& V, const AttentionRule& rule) {
    require_tiled(Q, K, V, rule);
    const T scale = 1 / std::sqrt(T(Q.n_rows));
    TiledPass<T> pass{arma::Mat<T>(V.n_rows, Q.n_cols), arma::Row<T>(Q.n_cols)};
    const std::vector<arma::Mat<T>> Kt = turned_tiles(K);
    arma::Mat<T> S;
    for (arma::uword q = 0; q < Q.n_cols; q += tile) {
        const arma::uword queries = std::min(tile, Q.n_cols - q);
        const arma::Mat<T> asked = scale * tile_of(Q, q, queries);  // d_k × queries
        QueryTile<T> mix(V.n_rows, queries);
        const arma::uword end = keys_for(q + queries, K.n_cols, rule);
        for (arma::uword k = 0; k < end; k += tile) {
            const arma::uword keys = std::min(tile, K.n_cols - k);
            S = Kt[k / tile] * asked;  // keys × queries
            mix.absorb(S, tile_of(V, k, keys), {rule, k, keys, q});
        }
        mix.finish(q, pass);
    }
    return pass;
}
// [snip:tiled-attention]

namespace {

// [snip:slopes-of-tile]
/// \brief Of one tile: KᵀQ becomes the weights A, and dA the slopes in KᵀQ.
template <class T>
void slopes_of_tile(arma::Mat<T>& S, arma::Mat<T>& dA, const TilePlace& at,
                    const arma::Row<T>& log_sums, const arma::Row<T>& means,
                    T scale) {
    for (arma::uword q = 0; q < S.n_cols; ++q) {
        const T log_sum = log_sums[at.first_query + q],
                mean = means[at.first_query + q];
        const arma::uword reach = at.reach(q);
        T *const a = S.colptr(q), *const da = dA.colptr(q);
        for (arma::uword k = 0; k < reach; ++k) a[k] *= scale;
        apply_rule(a, q, at);
        // forward: A = e^(S − log Σ e^S)
        for (arma::uword k = 0; k < reach; ++k)
            a[k] = exp_of(std::min(T(0), a[k] - log_sum));
        std::fill(a + reach, a + at.keys, T(0));
        for (arma::uword k = 0; k < at.keys; ++k)
            da[k] = scale * a[k] * (da[k] - mean);
    }
}
// [snip:slopes-of-tile]

}  // namespace

// [snip:tiled-back]
template <class T>
TiledSlopes<T> tiled_attention_back(const arma::Mat<T>& Q, const arma::Mat<T>& K,
                                    const arma::Mat<T>& V, const TiledPass<T>& pass,
                                    const arma::Mat<T>& dO,
                                    const AttentionRule& rule) {
    require_tiled(Q, K, V, rule);
    require(arma::size(dO) == arma::size(pass.O) && pass.O.n_cols == Q.n_cols,
            "tiled_attention_back", "dO needs the shape of O, a column a query");
    const T scale = 1 / std::sqrt(T(Q.n_rows));
    TiledSlopes<T> d{arma::Mat<T>(arma::size(Q), arma::fill::zeros),
                     arma::Mat<T>(arma::size(K), arma::fill::zeros),
                     arma::Mat<T>(arma::size(V), arma::fill::zeros)};
    const arma::Row<T> means = arma::sum(pass.O % dO, 0);  // 1 × queries: Σ A dA
    arma::Mat<T> S, dS;
    for (arma::uword k = 0; k < K.n_cols; k += tile) {
        const arma::uword keys = std::min(tile, K.n_cols - k);
        const arma::Mat<T> Kk = tile_of(K, k, keys);
        const arma::Mat<T> Kt = Kk.t(), Vt = tile_of(V, k, keys).t();  // keys × d
        arma::Mat<T> dK = tile_of(d.K, k, keys), dV = tile_of(d.V, k, keys);
        for (arma::uword q = rule.causal ? k : 0; q < Q.n_cols; q += tile) {
            const arma::uword queries = std::min(tile, Q.n_cols - q);
            const arma::Mat<T> Qq = tile_of(Q, q, queries),
                               dOq = tile_of(dO, q, queries);
            arma::Mat<T> dQ = tile_of(d.Q, q, queries);
            S = Kt * Qq;    // keys × queries
            dS = Vt * dOq;  // keys × queries
            slopes_of_tile(S, dS, {rule, k, keys, q}, pass.log_sums, means, scale);
            // forward: O = V A, S = KᵀQ
            dV += dOq * S.t();
            dQ += Kk * dS;
            dK += Qq * dS.t();
        }
    }
    return d;
}
// [snip:tiled-back]

// [snip:tiled-instances]
template TiledPass<float> tiled_attention(const arma::fmat&, const arma::fmat&,
                                          const arma::fmat&, const AttentionRule&);
template TiledPass<double> tiled_attention(const arma::mat&, const arma::mat&,
                                           const arma::mat&, const AttentionRule&);
template TiledSlopes<float> tiled_attention_back(
    const arma::fmat&, const arma::fmat&, const arma::fmat&,
    const TiledPass<float>&, const arma::fmat&, const AttentionRule&);
template TiledSlopes<double> tiled_attention_back(
    const arma::mat&, const arma::mat&, const arma::mat&, const TiledPass<double>&,
    const arma::mat&, const AttentionRule&);
// [snip:tiled-instances]

}  // namespace nn

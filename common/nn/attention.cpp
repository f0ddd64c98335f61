#include "nn/attention.hpp"

namespace nn {

namespace {

// [snip:attention-shapes]
std::string shape_of(const char* name, arma::uword rows, arma::uword columns) {
    return std::string(name) + " is " + std::to_string(rows) + " × " +
           std::to_string(columns);
}
// [snip:attention-shapes]

}  // namespace

// [snip:require-table]
void require_table(std::size_t keys, std::size_t queries,
                   std::size_t bytes_of_number) {
    const double bytes = table_bytes(keys, queries, bytes_of_number);
    if (bytes <= most_table_bytes) return;
    const auto in_gib = [](double size) {
        return std::to_string(std::llround(std::ceil(size / (1 << 30)))) + " GiB";
    };
    require(false, "attention",
            std::to_string(keys) + " keys for " + std::to_string(queries) +
                " queries: the table of scores would take " + in_gib(bytes) +
                ", and at most " + in_gib(most_table_bytes) +
                " may be; tiled_attention needs none");
}
// [snip:require-table]

// [snip:attention-weights]
template <class T>
arma::Mat<T> attention_weights(const arma::Mat<T>& scores,
                               const AttentionRule& rule) {
    require(!scores.is_empty(), "attention_weights",
            shape_of("the table of scores", scores.n_rows, scores.n_cols) +
                "; give at least 1 key and 1 query");
    require(rule.padding.empty() || rule.padding.size() == scores.n_rows,
            "attention_weights",
            std::to_string(rule.padding.size()) + " marks of padding for " +
                std::to_string(scores.n_rows) + " keys; give one a key, or none");
    arma::Mat<T> A = scores;  // keys × queries
    for (std::size_t q = 0; q < A.n_cols; ++q)
        weights_of_query<T>({A.colptr(q), A.n_rows}, q, rule);
    return A;
}
// [snip:attention-weights]

// [snip:attention-output]
template <class T>
arma::Mat<T> attention_output(const arma::Mat<T>& V, const arma::Mat<T>& A) {
    require(V.n_cols == A.n_rows, "attention_output",
            shape_of("V", V.n_rows, V.n_cols) + " and " +
                shape_of("A", A.n_rows, A.n_cols) +
                "; V needs a column for each row of A, a key");
    return V * A;  // d_v × queries
}
// [snip:attention-output]

// [snip:attention-back]
template <class T>
AttentionSlopes<T> attention_back(const arma::Mat<T>& V, const arma::Mat<T>& A,
                                  const arma::Mat<T>& dO) {
    // [snip:attention-back-shapes]
    require(dO.n_rows == V.n_rows && dO.n_cols == A.n_cols && V.n_cols == A.n_rows,
            "attention_back",
            shape_of("V", V.n_rows, V.n_cols) + ", " +
                shape_of("A", A.n_rows, A.n_cols) + " and " +
                shape_of("dO", dO.n_rows, dO.n_cols) +
                "; dO needs the shape of V A");
    // [snip:attention-back-shapes]
    // forward: O = V A
    const arma::Mat<T> dV = dO * A.t();  // d_v × keys
    const arma::Mat<T> dA = V.t() * dO;  // keys × queries
    // forward: A = softmax of the scores, down each column
    const arma::Row<T> mean = arma::sum(A % dA, 0);  // 1 × queries
    arma::Mat<T> dS = dA;                            // keys × queries
    dS.each_row() -= mean;
    dS %= A;  // 0 where the query may not look
    return {dS, dV};
}
// [snip:attention-back]

// [snip:attention-instances]
template arma::fmat attention_weights(const arma::fmat&, const AttentionRule&);
template arma::mat attention_weights(const arma::mat&, const AttentionRule&);
template arma::fmat attention_output(const arma::fmat&, const arma::fmat&);
template arma::mat attention_output(const arma::mat&, const arma::mat&);
template AttentionSlopes<float> attention_back(const arma::fmat&, const arma::fmat&,
                                               const arma::fmat&);
template AttentionSlopes<double> attention_back(const arma::mat&, const arma::mat&,
                                                const arma::mat&);
// [snip:attention-instances]

}  // namespace nn

#include "senses.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "nn/lines.hpp"
#include "nn/principal_components.hpp"
#include "nn/require.hpp"

namespace nn {

// [snip:share-in-plane]
double share_in_plane(const arma::vec& v, const arma::vec& a, const arma::vec& b) {
    require(v.n_elem == a.n_elem && v.n_elem == b.n_elem, "share_in_plane",
            std::to_string(v.n_elem) + ", " + std::to_string(a.n_elem) + " and " +
                std::to_string(b.n_elem) + " numbers; the lengths must agree");
    require(arma::norm(v) > 0 && arma::norm(a) > 0, "share_in_plane",
            "a vector is 0; it has no direction");
    const arma::vec along = arma::normalise(a);
    const arma::vec across = b - arma::dot(b, along) * along;
    require(arma::norm(across) > 1e-9 * arma::norm(b), "share_in_plane",
            "the two vectors lie on one line; they span no plane");
    const double x = arma::dot(v, along), y = arma::dot(v, arma::normalise(across));
    return (x * x + y * y) / arma::dot(v, v);
}
// [snip:share-in-plane]

namespace {

// [snip:company-at]
/// \brief The weighted sum of the vectors around one place of a line.
arma::fvec company_at(std::span<const Token> line, std::size_t place,
                      const arma::fmat& vectors, const CompanyOptions& options) {
    arma::fvec sum(vectors.n_rows);
    const std::size_t from = place - std::min(place, options.context_window);
    const std::size_t to =
        std::min(line.size(), place + options.context_window + 1);
    for (std::size_t i = from; i < to; ++i)
        if (i != place) sum += options.weights[line[i]] * vectors.col(line[i]);
    return sum;
}

void require_covered(std::span<const Token> line, std::size_t words) {
    const auto highest = std::max_element(line.begin(), line.end());
    if (highest == line.end() || *highest < words) return;
    require(false, "companies",
            "word " + std::to_string(*highest) + " has no vector or no weight");
}
// [snip:company-at]

}  // namespace

// [snip:companies]
std::vector<arma::fmat> companies(TokenStream& tokens, std::span<const Token> words,
                                  const arma::fmat& vectors,
                                  const CompanyOptions& options) {
    const std::size_t known =
        std::min<std::size_t>(vectors.n_cols, options.weights.n_elem);
    std::unordered_map<Token, std::vector<arma::fvec>> found;
    for (const Token word : words) found[word];
    for_each_token_line(tokens, [&](std::span<const Token> line) {
        require_covered(line, known);
        for (std::size_t place = 0; place < line.size(); ++place) {
            const auto at = found.find(line[place]);
            if (at != found.end())
                at->second.push_back(company_at(line, place, vectors, options));
        }
    });
    std::vector<arma::fmat> all;
    for (const Token word : words) {
        const std::vector<arma::fvec>& columns = found[word];
        all.emplace_back(vectors.n_rows, columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i)
            all.back().col(i) = columns[i];
    }
    return all;
}
// [snip:companies]

// [snip:split-by-company]
std::vector<bool> split_by_company(const arma::fmat& companies) {
    require(companies.n_cols >= 2, "split_by_company",
            std::to_string(companies.n_cols) + " occurrences; give at least 2");
    const arma::mat directions =
        arma::normalise(arma::conv_to<arma::mat>::from(companies));  // d × n
    const auto components = principal_components(directions, 1);
    const arma::mat along = coordinates(components, directions);  // 1 × n
    std::vector<bool> second;
    for (const double x : along) second.push_back(x > 0);
    return second;
}
// [snip:split-by-company]

}  // namespace nn

#include "nn/word_vectors.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace nn {

// [snip:word-index-find]
WordIndex::WordIndex(std::span<const std::string> words) {
    places_.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) places_.emplace(words[i], i);
}

std::optional<std::size_t> WordIndex::find(std::string_view word) const {
    const auto found = places_.find(std::string(word));
    if (found == places_.end()) return std::nullopt;
    return found->second;
}
// [snip:word-index-find]

namespace {

// [snip:directions]
/// \brief Each column divided by its length, which is summed up in double: no
/// square of a float overflows there.
arma::fmat directions_of(arma::fmat vectors) {
    for (arma::uword j = 0; j < vectors.n_cols; ++j) {
        double square = 0;
        for (const double x : vectors.unsafe_col(j)) square += x * x;
        if (square > 0)
            for (float& x : vectors.unsafe_col(j))
                x = static_cast<float>(x / std::sqrt(square));
    }
    return vectors;  // d × V
}
// [snip:directions]

// [snip:require-words]
/// \brief The same vectors, if they can be looked at.
WordVectors& checked(WordVectors& given) {
    const arma::uword columns = given.vectors.n_cols;
    require(!given.words.empty(), "WordSpace", "no words; give at least 1");
    require(columns == given.words.size() && given.vectors.n_rows > 0, "WordSpace",
            std::to_string(given.words.size()) + " words and " +
                std::to_string(given.vectors.n_rows) + " × " +
                std::to_string(columns) + " numbers; give a column a word");
    for (arma::uword j = 0; j < columns; ++j)
        if (!given.vectors.unsafe_col(j).is_finite())
            require(false, "WordSpace",
                    "the vector of '" + given.words[j] +
                        "' is not finite; was the learning rate too large?");
    return given;
}
// [snip:require-words]

}  // namespace

// [snip:word-space-made]
WordSpace::WordSpace(WordVectors vectors)
    : words_(std::move(checked(vectors).words)),
      directions_(directions_of(std::move(vectors.vectors))),
      index_(words_) {}

std::size_t WordSpace::place_of(std::string_view word) const {
    const std::optional<std::size_t> place = find(word);
    if (!place)
        require(false, "WordSpace",
                "'" + std::string(word) + "' is none of the " +
                    std::to_string(words_.size()) + " words; look it up first");
    return *place;
}
// [snip:word-space-made]

// [snip:cosines]
double WordSpace::cosine_of(std::size_t one, std::size_t other) const {
    double sum = 0;
    for (arma::uword i = 0; i < directions_.n_rows; ++i)
        sum += double{directions_(i, one)} * directions_(i, other);
    return sum;
}

arma::fvec WordSpace::cosines_with(std::size_t word) const {
    return directions_.t() * directions_.col(word);  // V
}
// [snip:cosines]

namespace {

// [snip:best-first]
/// \brief The places of the `count` largest scores; of equal ones the first.
std::vector<std::size_t> best_first(const arma::fvec& scores, std::size_t count) {
    std::vector<std::size_t> order(scores.n_elem);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::partial_sort(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count),
        order.end(), [&](std::size_t i, std::size_t j) {
            return scores[i] != scores[j] ? scores[i] > scores[j] : i < j;
        });
    order.resize(count);
    return order;
}

// [snip:best-first]

}  // namespace

// [snip:best-words]
std::vector<Neighbour> WordSpace::best(
    arma::fvec scores, std::size_t count,
    std::initializer_list<std::size_t> left_out) const {
    constexpr float never = -std::numeric_limits<float>::infinity();
    for (const std::size_t word : left_out) scores[word] = never;
    std::vector<Neighbour> found;
    for (const std::size_t word :
         best_first(scores, std::min(count, words_.size())))
        if (scores[word] > never) found.push_back({words_[word], scores[word]});
    return found;
}
// [snip:best-words]

// [snip:neighbours]
std::vector<Neighbour> WordSpace::neighbours(std::string_view word,
                                             std::size_t count) const {
    const std::size_t place = place_of(word);
    return best(cosines_with(place), count, {place});
}
// [snip:neighbours]

// [snip:analogy]
std::vector<Neighbour> WordSpace::analogy(std::string_view a, std::string_view b,
                                          std::string_view c, std::size_t count,
                                          AnalogyBy by) const {
    const std::size_t i = place_of(a), j = place_of(b), k = place_of(c);
    const arma::fvec with_a = cosines_with(i);  // V
    const arma::fvec with_b = cosines_with(j), with_c = cosines_with(k);
    const auto score =
        by == AnalogyBy::adding ? three_cos_add<float> : three_cos_mul<float>;
    arma::fvec scores(words_.size());  // V
    for (std::size_t w = 0; w < words_.size(); ++w)
        scores[w] = score(with_a[w], with_b[w], with_c[w]);
    return best(std::move(scores), count, {i, j, k});
}
// [snip:analogy]

}  // namespace nn

/// \file
/// \brief Gaps in small lines, and their vectors by the formula, number by number.
#pragma once

#include <cmath>
#include <span>
#include <vector>

#include "gap_context.hpp"
#include "nn/initialisation.hpp"

namespace small_gaps {

/// \brief A context with random numbers, and gaps in lines of 2 to 9 words, some of
/// them unknown.
struct Case {
    Case(nn::ContextKind kind, std::uint32_t seed) : shape{kind, 3, 2, 2} {
        nn::Rng rng(seed);
        parameters.resize(layout.size());
        nn::fill_uniform<double>(parameters, 1.5, rng);
        nn::fill_uniform<double>({E.memptr(), E.n_elem}, 2.0, rng);
        for (std::size_t length = 2; length < 10; ++length) {
            std::vector<nn::Token> line(length);
            for (nn::Token& word : line)
                word = static_cast<nn::Token>(rng.integer(0, E.n_cols));
            if (length > 3) line[rng.integer(0, length)] = nn::unknown_word;
            lines.push_back(line);
        }
        for (const auto& line : lines)
            gaps.push_back({line, std::size_t(rng.integer(0, line.size()))});
    }
    Case(const Case&) = delete;

    nn::GapContextShape shape;
    nn::ParameterLayout layout;
    nn::GapContext<double> context{layout, shape};
    std::vector<double> parameters;
    arma::mat E = arma::mat(3, 7);  // width × words
    std::vector<std::vector<nn::Token>> lines;
    std::vector<nn::Gap> gaps;
};

/// \brief A number of a parameter, by its matrix's name.
template <class T>
T number(const Case& c, std::span<const T> parameters, const std::string& name,
         std::size_t row, std::size_t column) {
    for (const nn::TensorPlace& place : c.layout.tensors())
        if (place.name == name)
            return parameters[place.offset + column * place.rows + row];
    return T(0);
}

/// \brief The score of word j for a head, q being what the head asks for.
template <class T>
T score_of(const Case& c, std::span<const T> parameters, const nn::Gap& gap,
           const std::vector<T>& m, std::size_t head, std::size_t j) {
    using std::sqrt;
    const std::size_t width = c.shape.width;
    T score = 0;
    for (std::size_t r = 0; r < width; ++r) {
        T asked = 0;
        for (std::size_t i = 0; i < width; ++i)
            asked += number(c, parameters, "W", head * width + r, i) * m[i];
        score += T(c.E(r, gap.words[j])) * asked;
    }
    const long reach = long(c.shape.reach), away = long(j) - long(gap.place);
    const long clipped = away < -reach ? -reach : away > reach ? reach : away;
    return score / sqrt(T(width)) +
           number(c, parameters, "B", std::size_t(reach + clipped), head);
}

/// \brief h = m + U (heads' mixtures), of a gap.
template <class T>
std::vector<T> vector_of(const Case& c, std::span<const T> parameters,
                         const nn::Gap& gap) {
    using std::exp;
    const std::size_t width = c.shape.width;
    std::vector<std::size_t> shown;
    for (std::size_t j = 0; j < gap.words.size(); ++j)
        if (j != gap.place && gap.words[j] != nn::unknown_word) shown.push_back(j);
    std::vector<T> m(width, T(0));
    for (const std::size_t j : shown)
        for (std::size_t r = 0; r < width; ++r)
            m[r] += T(c.E(r, gap.words[j])) / T(shown.size());
    std::vector<T> h = m;
    for (std::size_t head = 0; head < c.shape.heads; ++head) {
        T sum = 0;
        std::vector<T> mixed(width, T(0));
        for (const std::size_t j : shown) {
            const T e = exp(score_of(c, parameters, gap, m, head, j));
            sum += e;
            for (std::size_t r = 0; r < width; ++r)
                mixed[r] += e * T(c.E(r, gap.words[j]));
        }
        for (std::size_t r = 0; r < width; ++r)
            for (std::size_t i = 0; i < width; ++i)
                h[r] += number(c, parameters, "U", r, head * width + i) * mixed[i] /
                        sum;
    }
    return h;
}

inline constexpr nn::ContextKind all_kinds[] = {
    nn::ContextKind::average, nn::ContextKind::content, nn::ContextKind::distance,
    nn::ContextKind::both};

}  // namespace small_gaps

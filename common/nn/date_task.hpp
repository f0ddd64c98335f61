/// \file
/// \brief Dates to learn from, and others to judge by.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "nn/alphabet.hpp"
#include "nn/dates.hpp"
#include "nn/rng.hpp"
#include "nn/sequence_pairs.hpp"

namespace nn {

/// \brief A date in one of its forms.
// [snip:written-dates]
struct WrittenDate {
    Date date;
    std::size_t form = 0;
    std::string text{};
};

/// \brief The symbols of what is read and of what is written.
struct DateAlphabets {
    Alphabet written{date_characters}, iso{iso_characters};

    /// \brief Throws std::invalid_argument unless all texts are equally long.
    SequencePairs pairs(std::span<const WrittenDate> dates) const;
};
// [snip:written-dates]

/// \brief Dates in all their forms. What is to be judged by is drawn first, a form
/// after the other; none of its days is among those to learn from.
// [snip:date-task]
class DateTask {
public:
    /// \brief Throws std::invalid_argument for none to learn from or to judge by.
    DateTask(std::size_t learnt, std::size_t unseen, Rng& rng);

    const DateAlphabets& alphabets() const { return alphabets_; }
    std::span<const WrittenDate> learnt() const { return learnt_; }
    std::span<const WrittenDate> unseen() const { return unseen_; }

    /// \brief A date to learn from, drawn at random, and others whose texts are as
    /// long as its.
    SequencePairs batch(std::size_t sequences, Rng& rng) const;

private:
    DateAlphabets alphabets_;
    std::vector<WrittenDate> learnt_, unseen_;
    std::map<std::size_t, std::vector<std::size_t>> by_length_;  // learnt ones
};
// [snip:date-task]

/// \brief Which of the dates have texts of the same length.
// [snip:dates-by-length]
std::map<std::size_t, std::vector<std::size_t>> dates_by_length(
    std::span<const WrittenDate> dates);
// [snip:dates-by-length]

/// \brief What the model writes for each of the dates.
///
/// The model has a type Pass, and write(source, sequences, length, pass) gives the
/// symbols it writes, in the order of SequencePairs.
// [snip:read-dates]
template <class Model>
std::vector<std::string> read_dates(const Model& model,
                                    const DateAlphabets& alphabets,
                                    std::span<const WrittenDate> dates) {
    std::vector<std::string> answers(dates.size());
    typename Model::Pass pass;
    for (const auto& [length, members] : dates_by_length(dates)) {
        std::vector<WrittenDate> alike;
        for (const std::size_t i : members) alike.push_back(dates[i]);
        const SequencePairs pairs = alphabets.pairs(alike);
        const std::vector<Token> written =
            model.write(pairs.source, pairs.sequences, pairs.target_length(), pass);
        for (std::size_t i = 0; i < written.size(); ++i)
            answers[members[i % members.size()]] +=
                alphabets.iso.decode(std::span(written).subspan(i, 1));
    }
    return answers;
}
// [snip:read-dates]

/// \brief The share of the dates that are right from the first digit to the last.
/// Throws std::invalid_argument for none, or another number of answers.
// [snip:share-of-dates-declared]
double share_of_dates(std::span<const WrittenDate> dates,
                      std::span<const std::string> answers);
// [snip:share-of-dates-declared]

/// \brief Lengths of the written form, from one number to below the next.
// [snip:date-bins-declared]
inline constexpr std::array<std::size_t, 6> date_bin_edges{8, 12, 18, 26, 42, 90};

/// \brief Dates whose texts are about as long.
struct DateBin {
    std::size_t shortest, longest;
    std::size_t count;
    double right;  ///< the share that is; not a number for none
};

/// \brief From the shortest to the longest. Throws std::invalid_argument unless
/// there is an answer for each date.
std::vector<DateBin> date_bins(std::span<const WrittenDate> dates,
                               std::span<const std::string> answers);
// [snip:date-bins-declared]

}  // namespace nn

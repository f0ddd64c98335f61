/// \file
/// \brief Dates to learn from, and others to judge by.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "dates.hpp"
#include "encoder_decoder.hpp"
#include "nn/alphabet.hpp"

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

/// \brief A model that reads dates and writes them as ISO 8601 does.
// [snip:read-dates]
EncoderDecoder date_reader(const DateAlphabets& alphabets, std::size_t hidden,
                           bool attention, Rng& rng);

/// \brief What the model writes for each of the dates.
std::vector<std::string> read_dates(const EncoderDecoder& model,
                                    const DateAlphabets& alphabets,
                                    std::span<const WrittenDate> dates);

/// \brief The share of the dates that are right from the first digit to the last.
/// Throws std::invalid_argument for none, or another number of answers.
double share_of_dates(std::span<const WrittenDate> dates,
                      std::span<const std::string> answers);
// [snip:read-dates]

}  // namespace nn

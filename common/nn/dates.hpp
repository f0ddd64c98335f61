/// \file
/// \brief Dates, as people write them and as ISO 8601 does.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "nn/rng.hpp"

namespace nn {

/// \brief A day of the Gregorian calendar, carried back before 1582.
// [snip:date]
struct Date {
    int year = 1000, month = 1, day = 1;  ///< years 1000 … 2999
};

/// \brief How many days the month has.
int days_of_month(int year, int month);

/// \brief 0 for Sunday to 6 for Saturday.
int weekday_of(const Date& date);

/// \brief A day of the years 1000 to 2999; each year, each month of it and each day
/// of that are equally likely.
Date random_date(Rng& rng);
// [snip:date]

/// \brief YYYY-MM-DD.
// [snip:date-writing]
std::string iso_date(const Date& date);

/// \brief The ways to write a date, from the shortest to the longest.
inline constexpr std::size_t date_forms = 14;

/// \brief A date in one of them: from 9.3.1996, where the day comes first, and
/// 3/9/1996, where the month does, to whole phrases.
///
/// Throws std::invalid_argument if there is no such form, or no such day between
/// the years 1000 and 2999.
std::string written_date(const Date& date, std::size_t form);

/// \brief Each character that may occur in a written date, and in an ISO date.
inline constexpr const char* date_characters =
    " ,-./0123456789ADFJMNOSTWabcdefghilmnoprstuvwxy";
inline constexpr const char* iso_characters = "-0123456789";
// [snip:date-writing]

/// \brief A number below 100 in words, "ninety-six", and its place in a row,
/// "third". Throws std::invalid_argument for 0 and from 100 on, or from 32 on.
// [snip:number-words]
std::string number_in_words(int number);
std::string ordinal_in_words(int number);

/// \brief A year as it is said: "nineteen ninety-six", "nineteen oh five",
/// "two thousand and five".
std::string year_in_words(int year);
// [snip:number-words]

}  // namespace nn

// mistake: line k + 1 is never in the sample
#include "contract.hpp"

namespace nn::exercise {

std::vector<std::string> reservoir_sample(std::size_t k, const NextLine& next_line,
                                          const Interval& interval) {
    std::vector<std::string> sample;
    auto line = next_line();
    for (; line && sample.size() < k; line = next_line()) sample.push_back(*line);
    std::uint64_t before = k;
    while ((line = next_line())) {
        const std::uint64_t place = interval(before++);
        if (place < k) sample[place] = *line;
    }
    return sample;
}

}  // namespace nn::exercise

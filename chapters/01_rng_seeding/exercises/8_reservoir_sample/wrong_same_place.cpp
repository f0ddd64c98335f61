// mistake: one place of the reservoir is replaced more often than the others
#include "contract.hpp"

namespace nn::exercise {

std::vector<std::string> reservoir_sample(std::size_t k, const NextLine& next_line,
                                          const Interval& interval) {
    std::vector<std::string> sample;
    std::uint64_t before = 0;  // how many lines came before this one
    for (auto line = next_line(); line; line = next_line(), ++before) {
        if (before < k) {
            sample.push_back(*line);
            continue;
        }
        const std::uint64_t place = interval(before);
        if (place < k) sample[0] = *line;
    }
    return sample;
}

}  // namespace nn::exercise

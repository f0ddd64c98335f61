/// \file
/// \brief What a section of the program printed and kept.
#pragma once

#include <algorithm>
#include <map>
#include <sstream>
#include <string>

#include "nn/io/report.hpp"
#include "support/scratch.hpp"

/// What a section printed and kept.
class Kept {
public:
    template <class Show>
    explicit Kept(Show show) {
        nn::Report report(folder_.path());
        show(report);
        report.finish();
    }

    std::string file(const std::string& name) const {
        return scratch::bytes_of(folder_ / name);
    }

    std::ptrdiff_t lines(const std::string& name) const {
        const std::string text = file(name);
        return std::count(text.begin(), text.end(), '\n');
    }

    /// The longest line that was printed, but for the claims' numbers.
    std::size_t longest() const {
        std::istringstream output(file("output.txt"));
        std::size_t longest = 0;
        for (std::string line; std::getline(output, line);)
            if (line.find("   bounds [") == line.npos)
                longest = std::max(longest, line.size());
        return longest;
    }

    /// A number that was kept for the prose; −1 without it.
    double value(const std::string& id) const {
        std::istringstream values(file("values.csv"));
        for (std::string line; std::getline(values, line);)
            if (line.rfind(id + ",", 0) == 0)
                return std::stod(line.substr(id.size() + 1));
        return -1;
    }

private:
    scratch::Folder folder_;
};

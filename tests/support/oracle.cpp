#include "support/oracle.hpp"

#include <cstdio>
#include <stdexcept>

#include "nn/io/file.hpp"

namespace oracle {

double relative_error(double got, const Real& exact) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    if (!std::isfinite(got) || !isfinite(exact)) return infinite;
    if (exact == 0) return got == 0.0 ? 0.0 : infinite;
    return static_cast<double>(abs((Real(got) - exact) / exact));
}

std::filesystem::path folder() {
    return NN_ORACLE_DIR;
}

void record(const std::string& id, double worst_error, const std::string& unit,
            double tolerance) {
    const bool good_id =
        !id.empty() &&
        id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == id.npos;
    if (!good_id || !(worst_error >= 0.0) || !(tolerance >= 0.0))
        throw std::invalid_argument("oracle::record: '" + id + "', error " +
                                    std::to_string(worst_error) + ", tolerance " +
                                    std::to_string(tolerance));
    char numbers[2][32];
    std::snprintf(numbers[0], sizeof numbers[0], "%.6g", worst_error);
    std::snprintf(numbers[1], sizeof numbers[1], "%.6g", tolerance);
    std::filesystem::create_directories(folder());
    nn::write_file(folder() / (id + ".csv"), "id,error,unit,tolerance\n" + id +
                                                 "," + numbers[0] + "," + unit +
                                                 "," + numbers[1] + "\n");
}

}  // namespace oracle

#include "nn/io/safetensors.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <fstream>

#include "nn/io/error.hpp"
#include "nn/io/file.hpp"
#include "nn/io/safetensors_header.hpp"

namespace nn {

// [snip:safetensors-written]
static_assert(std::endian::native == std::endian::little,
              "a safetensors file holds its numbers with the lowest byte first");

void save_tensors(const std::filesystem::path& path, const Metadata& metadata,
                  std::span<const NamedMatrix> tensors, const std::string& option) {
    const std::string header = tensor_header(metadata, tensors, path.string());
    const auto write = [&](std::ostream& out) {
        out << header;
        for (const NamedMatrix& tensor : tensors) {
            const arma::fmat by_row = tensor.matrix.t();  // columns × rows
            out.write(reinterpret_cast<const char*>(by_row.memptr()),
                      static_cast<std::streamsize>(by_row.n_elem * sizeof(float)));
        }
    };
    write_file(path, write, option);
}
// [snip:safetensors-written]

namespace {

// [snip:safetensors-front]
constexpr std::uint64_t largest_file = std::uint64_t{1} << 34;
constexpr std::uint64_t longest_header = 100'000'000;  // the format's own bound

/// \brief What the first eight bytes say: the length of the header.
std::uint64_t header_length(std::ifstream& in) {
    unsigned char bytes[8];
    in.read(reinterpret_cast<char*>(bytes), sizeof bytes);
    std::uint64_t length = 0;
    for (int i = 8; i-- > 0;) length = length << 8 | bytes[i];
    return length;
}

std::string header_json(std::ifstream& in, std::uint64_t size,
                        const std::string& path) {
    if (size < 10)  // of the smallest one: a length of 2 and {}
        throw InputError(path + ": " + std::to_string(size) +
                         " bytes, a safetensors file has 10 at least; it is cut "
                         "off or something else");
    const std::uint64_t length = header_length(in);
    if (length > longest_header || in.peek() != '{')
        throw InputError(path +
                         ": not a safetensors file, which begins with the "
                         "length of its header in 8 bytes and then {; was "
                         "another file meant?");
    if (length > size - 8)
        throw InputError(path + ": the header should end at byte " +
                         std::to_string(8 + length) + ", the file ends at " +
                         std::to_string(size) +
                         "; it is cut off: fetch or save it again");
    std::string json(length, '\0');
    in.read(json.data(), static_cast<std::streamsize>(length));
    return json;
}
// [snip:safetensors-front]

// [snip:safetensors-matrix]
arma::fmat matrix_in(std::ifstream& in, const TensorEntry& entry,
                     const std::string& path) {
    arma::fmat by_row(entry.columns, entry.rows);
    const auto bytes = static_cast<std::streamsize>(entry.end - entry.begin);
    in.read(reinterpret_cast<char*>(by_row.memptr()), bytes);
    if (in.gcount() != bytes)
        throw InputError(path +
                         ": ended while it was read; is another program "
                         "writing it?");
    return by_row.t();  // rows × columns
}
// [snip:safetensors-matrix]

}  // namespace

// [snip:safetensors-read]
TensorFile load_tensors(const std::filesystem::path& path,
                        const TensorChoice& is_wanted) {
    const std::uint64_t size = size_of_file(path);
    if (size > largest_file)
        throw InputError(path.string() + ": " + std::to_string(size) +
                         " bytes, the bound is " + std::to_string(largest_file) +
                         "; save fewer tensors in one file");
    std::ifstream in(path, std::ios::binary);
    if (!in) refuse_unreadable(path);
    const std::string json = header_json(in, size, path.string());
    TensorHeader header =
        read_tensor_header(json, size - 8 - json.size(), path.string(), is_wanted);
    TensorFile file{std::move(header.metadata), {}};
    for (const TensorEntry& entry : header.entries)
        if (entry.is_wanted)
            file.tensors.push_back(
                {entry.name, matrix_in(in, entry, path.string())});
        else
            in.seekg(static_cast<std::streamoff>(entry.end - entry.begin),
                     std::ios::cur);
    return file;
}
// [snip:safetensors-read]

// [snip:tensor-named]
const arma::fmat& tensor_named(std::span<const NamedMatrix> tensors,
                               const std::string& name, const arma::SizeMat& size,
                               const std::filesystem::path& path) {
    const auto shape = [](const arma::SizeMat& s) {
        return std::to_string(s.n_rows) + " × " + std::to_string(s.n_cols);
    };
    const auto found =
        std::find_if(tensors.begin(), tensors.end(),
                     [&](const NamedMatrix& t) { return t.name == name; });
    if (found == tensors.end())
        throw InputError(path.string() + ": has no tensor '" + name +
                         "'; was it saved by another model?");
    if (arma::size(found->matrix) != size)
        throw InputError(path.string() + ": tensor '" + name + "' is " +
                         shape(arma::size(found->matrix)) + ", this model needs " +
                         shape(size) + "; was it saved by another model?");
    return found->matrix;
}
// [snip:tensor-named]

}  // namespace nn

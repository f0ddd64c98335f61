/// Bytes that wait on disk.
#include "nn/io/temporary_file.hpp"

#include <vector>

#include "nn/io/error.hpp"
#include "support/catch.hpp"
#include "support/environment.hpp"
#include "support/scratch.hpp"

namespace {

std::vector<std::byte> bytes(const std::string& text) {
    std::vector<std::byte> all;
    for (const char c : text) all.push_back(static_cast<std::byte>(c));
    return all;
}

std::string part(const nn::TemporaryFile& file, std::uint64_t offset,
                 std::size_t size) {
    std::vector<std::byte> out(size);
    file.read(offset, out);
    return {reinterpret_cast<const char*>(out.data()), size};
}

}  // namespace

TEST_CASE("what is appended can be read anywhere", "[temporary]") {
    nn::TemporaryFile file("the words");
    CHECK(file.size() == 0);
    file.append(bytes("abc"));
    file.append(bytes(""));
    file.append(bytes("defgh"));
    CHECK(file.size() == 8);
    CHECK(part(file, 0, 8) == "abcdefgh");
    CHECK(part(file, 2, 3) == "cde");
    CHECK(part(file, 8, 0) == "");
}

TEST_CASE("a temporary file can be handed on", "[temporary]") {
    nn::TemporaryFile one("the words");
    one.append(bytes("one"));
    nn::TemporaryFile other(std::move(one));
    CHECK(part(other, 0, 3) == "one");
    nn::TemporaryFile third("more words");
    third.append(bytes("third"));
    third = std::move(other);
    CHECK(part(third, 0, 3) == "one");
    CHECK(third.size() == 3);
}

TEST_CASE("a temporary file has no name in its folder", "[temporary]") {
    const scratch::Folder folder;
    const environment::Set there("TMPDIR", folder.path());
    nn::TemporaryFile file("the words");
    file.append(bytes("abc"));
    CHECK(folder.contents().empty());
    CHECK(part(file, 1, 2) == "bc");
}

TEST_CASE("a folder that cannot be written is refused", "[temporary]") {
    const environment::Set nowhere("TMPDIR", "/no/such/folder");
    CHECK_THROWS_WITH(nn::TemporaryFile("the pairs of words"),
                      "/no/such/folder: the pairs of words cannot be kept (No such "
                      "file or directory); name a folder with more room: "
                      "TMPDIR=/that/folder");
    CHECK_THROWS_WITH(
        nn::TemporaryFile("the words", "4 bytes for each"),
        oracle::mentions("name a folder with 4 bytes for each: TMPDIR"));
}

TEST_CASE("reading behind the end is refused", "[temporary]") {
    nn::TemporaryFile file("the words");
    file.append(bytes("abc"));
    CHECK_THROWS_AS(part(file, 2, 2), nn::InputError);
}

"""gensim or fastText in a race of word vectors: skip-gram on text.txt, two threads each."""
import json
import subprocess
import sys
import time


def gensim():
    from gensim.models import Word2Vec
    text = {"corpus_file": "text.txt"}
    begin = time.perf_counter()
    model = Word2Vec(vector_size=100, window=5, negative=5, min_count=5, sample=1e-4, sg=1, workers=2)
    model.build_vocab(**text)
    read = time.perf_counter()
    model.train(**text, total_words=model.corpus_total_words, total_examples=model.corpus_count, epochs=5)
    trained = time.perf_counter()
    model.wv.save_word2vec_format("gensim.bin", binary=True)
    return begin, read, trained


def fasttext():
    """The program says when it has read the text, and when it has trained, before it saves."""
    begin = time.perf_counter()
    program = subprocess.Popen(
        "fasttext skipgram -input text.txt -output fasttext -maxn 0 -dim 100 -ws 5 -neg 5"
        " -minCount 5 -t 1e-4 -epoch 5 -thread 2".split(), stderr=subprocess.PIPE)
    for line in program.stderr:
        if b"Number of labels" in line:
            read = time.perf_counter()
        if b"Progress: 100" in line:
            trained = time.perf_counter()
    if program.wait() != 0:
        sys.exit("fasttext failed")
    return begin, read, trained


begin, read, trained = {"gensim": gensim, "fasttext": fasttext}[sys.argv[1]]()
print(json.dumps({"benchmarks": [
    {"name": "skip-gram, training", "real_time": 1000 * (trained - read)},
    {"name": "text to vectors", "real_time": 1000 * (trained - begin)},
]}))

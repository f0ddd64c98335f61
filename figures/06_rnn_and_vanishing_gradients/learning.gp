load style
set logscale x
set xrange [30000:4000000]
set yrange [1.5:5]
set xtics ("50,000" 5e4, "200,000" 2e5, "1 million" 1e6, "4 million" 4e6)
set xlabel "characters read or counted"
set ylabel "bits a character, held out"
set label "the network" at 75000,4.3 tc lt 1
set label "counts of two" at 75000,3.42 tc lt 3
set label "counts of six" at 75000,2.45 tc lt 2
plot 'learning.csv' using 'symbols':'held_out' with linespoints lt 1, \
     'counting.csv' using 'symbols':'bigram' with lines lt 3, \
     '' using 'symbols':'sixgram' with lines lt 2

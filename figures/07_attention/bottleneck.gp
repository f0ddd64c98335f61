load style
set xrange [0:43]
set yrange [0:1.08]
set xtics 10
set ytics 0.2
set format y PLAIN
set xlabel "symbols to copy"
set ylabel "share copied right"
set label "with attention" at 22,0.92 tc lt 1
set label "the state alone" at 13,0.45 tc lt 2
set label "chance" at 1,0.06 tc rgb SOFT
plot 0.1 with lines ls 9, \
     'bottleneck.csv' using 'length':'looking' with linespoints lt 1 ps 0.7, \
     '' using 'length':'alone' with linespoints lt 2 ps 0.7

load style
set xrange [0:2]
set yrange [4.1:5.6]
set xtics 0.5
set ytics 0.5
set format xy PLAIN
set xlabel "times the text was read"
set ylabel "nats a neighbour"
set label "from nothing" at 0.14,5.25 tc lt 2
set label "from the words' frequencies" at 0.06,4.21 tc lt 1
set label "frequencies alone" at 2,4.41 right tc rgb SOFT
plot 'softmax.csv' using 'epoch':'unigram' with lines ls 9, \
     '' using 'epoch':'plain' with linespoints lt 2 ps 0.6, \
     '' using 'epoch':'prior' with linespoints lt 1 ps 0.6

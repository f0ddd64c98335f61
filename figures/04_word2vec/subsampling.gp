load style
set logscale x
set xrange [1e-6:0.1]
set yrange [0:1.05]
set format x "10^{%L}"
set format y PLAIN
set ytics 0.2
set xlabel "share of the text"
set ylabel "occurrences kept"
set label "sample 0.001" at 4.5e-3,0.8 tc lt 2
set label "0.0001" at 8e-4,0.6 tc lt 1
set label "0.00001" at 1.2e-6,0.72 tc lt 3
set label "the" at 0.075,0.25 right
set arrow from 0.066,0.225 to 0.066,0.06 lc rgb SOFT lw 1
plot 'subsampling.csv' using 'share':'1e-3' with lines lt 2, \
     '' using 'share':'1e-4' with linespoints lt 1 ps 0.5, \
     '' using 'share':'1e-5' with lines lt 3

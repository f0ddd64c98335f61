load style
set logscale xy
set format x COUNT
set format y COUNT
set xrange [100:1e6]
set yrange [1:3e4]
set xlabel "bound (R/γ)²"
set ylabel "mistakes made"
set label "as many as allowed" at 130,1e4 tc rgb SOFT
plot x with lines ls 9, 'bound.csv' using 'bound':'mistakes' with points lt 1 ps 0.6

height = 270
load style
set xrange [-0.5:7.5]
set yrange [-3.5:0.5]
set size ratio -1
unset grid
set border 0
set xtics scale 0 ("0" 0, "1" 1, "2" 2, "3" 3, "6" 4, "12" 5, "25" 6, "50" 7)
set ytics scale 0 ("6 tokens" 0, "20" -1, "63" -2, "199" -3)
set xlabel "position"
set ylabel "tokens a turn"
plot 'clocks.csv' using 'column':'row' with points pt 6 ps 2.6 lw 0.4 lc rgb SOFT, \
     '' using 'column':'row':(0.38 * column('right')):(0.38 * column('up')) \
         with vectors nohead lc rgb '#1d6146' lw 3

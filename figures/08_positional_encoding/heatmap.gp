height = 400
load style
# positive numbers green, negative ones brown; the weaker of two shades is half transparent
set xrange [0:128]
set yrange [128:-0.5]
set xtics 32
set ytics 32
unset grid
set xlabel "position"
set ylabel "number of the vector"
shown(shade) = column('shade') == shade ? column('number') : NaN
plot 'heatmap.csv' using 'position':(shown(2)) with lines lc rgb '#1d6146' lw 2.2, \
     '' using 'position':(shown(1)) with lines lc rgb '#a01d6146' lw 2.2, \
     '' using 'position':(shown(-1)) with lines lc rgb '#a0b4531a' lw 2.2, \
     '' using 'position':(shown(-2)) with lines lc rgb '#b4531a' lw 2.2

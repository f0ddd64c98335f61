height = 450
load style
stats 'sentence.csv' using 'key' nooutput
set lmargin 15
set bmargin 5.5
set xrange [-0.6:STATS_max+0.6]
set yrange [STATS_max+0.6:-0.6]
set xtics rotate by 45 right
set xlabel "current token (hidden)" offset 0,-0.6
set ylabel "token"
plot 'sentence.csv' using 'query':'key':(5*sqrt(column('weight'))):xtic(stringcolumn('current')):ytic(stringcolumn('token')) with points lt 1 pt 7 ps variable

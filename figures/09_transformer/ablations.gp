height = 400
load style
stats 'ablations.csv' using 'number' nooutput
set lmargin 23
set yrange [STATS_max+0.5:-0.5]
set xlabel "bits a token of unseen text"
plot 'ablations.csv' using 'mean':'number':'low':'high':ytic(stringcolumn('name')) with xerrorbars lt 1 ps 0.7

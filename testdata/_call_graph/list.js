exports.each = function (list, visit) {
  for (const item of list) visit(item);
};

(function (modules) { // webpackBootstrap
  var loaded = {};
  my["webpackJsonp"] = { push: function (data) { Object.assign(modules, data[1]); } };
  return loaded;
})({});

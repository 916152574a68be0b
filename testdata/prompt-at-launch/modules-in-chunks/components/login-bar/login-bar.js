;my.defineComponent || (my.defineComponent = Component);(my["webpackJsonp"]=my["webpackJsonp"]||[]).push([["components/login-bar/login-bar"],{"2de2":function(t,n,e){"use strict";e.r(n);var r=e("3edc"),u=e.n(r);for(var c in r)"default"!==c&&function(t){e.d(n,t,(function(){return r[t]}))}(c);var o=e("f0c5"),i=Object(o["a"])(u.a,void 0,void 0,!1);n["default"]=i.exports},"3edc":function(t,n,e){"use strict";(function(t){Object.defineProperty(n,"__esModule",{value:!0}),n.default=void 0;var r={methods:{toLogin:function(){t.showModal({title:"提示",content:"登录后查看订单",success:function(n){n.confirm&&t.navigateTo({url:"/pages/mine/mine"})}})}}};n.default=r}).call(this,e("543d")["default"])}}]);
;(my["webpackJsonp"] = my["webpackJsonp"] || []).push([
    'components/login-bar/login-bar-create-component',
    {
        'components/login-bar/login-bar-create-component':(function(module, exports, __webpack_require__){
            __webpack_require__('543d')['createComponent'](__webpack_require__("2de2"))
        })
    },
    [['components/login-bar/login-bar-create-component']]
]);

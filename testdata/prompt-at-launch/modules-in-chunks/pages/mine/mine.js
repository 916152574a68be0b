(my["webpackJsonp"]=my["webpackJsonp"]||[]).push([["pages/mine/mine"],{"1f00":function(t,n,e){"use strict";(function(t){var n=e("5a01"),r=u(n);function u(t){return t&&t.__esModule?t:{default:t}}t(r.default)}).call(this,e("543d")["createPage"])},"5a01":function(t,n,e){"use strict";(function(t){Object.defineProperty(n,"__esModule",{value:!0}),n.default=void 0;var r=e("c8ba"),u={onShow:function(){
  this.$renew();
  t.login({ //~ prompt-on-page-load //~ prompt-loop
    scopes:"auth_user",success:function(n){t.request({url:"https://api.example.com/session",data:{code:n.code}});
      console.log(n.code) //~ leaked-auth-code
    },fail:function(){t.showToast({title:"未授权也可以浏览"})}})},methods:{bindPhone:function(){r({session:function(){return Promise.resolve()},ask:function(n){
  my.getAuthCode({scopes:n,success:function(n){t.request({url:"https://api.example.com/bind",data:{code:n.authCode}})},fail:function(){t.showToast({title:"未授权也可以浏览"})}})}}).phone()}}};n.default=u}).call(this,e("543d")["default"])}},[["1f00","common/runtime","common/vendor"]]]);

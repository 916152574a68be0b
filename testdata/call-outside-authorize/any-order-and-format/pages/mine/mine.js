;(function (w) {
'use strict'
var c = { data: { n: '', ok: my.canIUse('button.open-type.getAuthorize') } }
c.si = function () { var n = this; return void (n.a || n.b()) }
c['b'] = function () {
	var n = this
	my . getOpenUserInfo ( {
		'success': function (e) { var r = JSON.parse(e.response).response; '10000' === r.code && n.setData({ n: r.nickName }) },
		'fail': function () { n.no() }
	} )
}
c.no = function () { my.showToast({ content: '可以手动填写' }) }
c.onUnload = function () { var n = this; n.n ? (n.no(), n.d(function () { n.b() })) : 0 }
c.d = function () { console.log('d') }
Page(c)
})(this)

"""What must stand in each paper, and the provision that demands it; found in the text of the printed page.

A phrase is searched as it stands in the Chinese edition, without white space.
"""

from typing import NamedTuple


class Demand(NamedTuple):
    """A provision, and the phrases without which a paper would not meet it."""

    cite: str
    phrases: tuple[str, ...]


NAME, PHONE, PURPOSE = "杭州安澜物业服务有限公司", "0571-55500188", "住户出入验证"
_RIGHTS = ("查阅", "复制", "更正", "补充", "删除", "投诉")
_NOTICE = (
    Demand("frt.5.1.1", ("个人信息处理者", NAME, PHONE)),
    Demand("frt.5.1.2", (PURPOSE, "处理方式", "采集面部图像，提取面部特征，存储，比对", "保存期限")),
    Demand("ndr.21.1.3", ("到期以后",)),
    Demand("frt.5.1.3", ("必要性", "对您的影响", "冒用")),
    Demand("frt.5.1.4", (*_RIGHTS, "怎么办理")),
    Demand("pipl.15.1", ("撤回同意",)),
    Demand("frt.5.1.5", ("其他依法要告知的事",)),
    Demand("pipl.21.1", ("委托谁处理",)),
    Demand("frt.7.2", ("不满14周岁", "另有专门的处理规则")),
    Demand("frt.10.1", ("刷卡", "扫码", "人工")),
)

MANDATORY: dict[str, tuple[Demand, ...]] = {
    "notice": (
        *_NOTICE,
        Demand("pipl.17.1.2", ("信息种类", "面部图像")),
        Demand("pipl.23", ("接收方名称或者姓名", "联系方式", "处理目的", "处理方式", "信息种类")),
        Demand("pipl.44", ("限制或者拒绝处理",)),
        Demand("pipl.50", ("不能办的，说明理由",)),
        Demand("frt.17", ("网信部门、公安机关等部门投诉、举报",)),
        Demand("frt.8.1", ("存在哪里", "上网传输")),
    ),
    "notice-large": (*_NOTICE, Demand("pipl.23", ("提供给谁",)), Demand("frt.8.1", ("存在哪里",))),
    "processing-rules": (
        Demand("ndr.21.1.1", (NAME, PHONE)),
        Demand("ndr.21.1.2", (PURPOSE, "信息种类", "必要性", "对您的影响")),
        Demand("ndr.21.1.3", ("保存期限", "定不下来的，写明怎么定", "到期以后")),
        Demand("ndr.21.1.4", (*_RIGHTS, "转移", "限制", "撤回同意")),
        Demand("ndr.21.2", ("接收方名称或者姓名", "不满14周岁")),
        Demand("pipl.17.3", ("公开", "保存")),
        Demand("pipl.51", ("安全措施", "加密")),
        Demand("pipl.22", ("接收方的名称和联系方式",)),
        Demand("pipl.48", ("说明处理规则",)),
        Demand("frt.5.2", ("把变的部分告诉您",)),
        Demand("frt.10.1", ("刷卡", "扫码", "人工")),
    ),
    "change-notice": (
        Demand("frt.5.2", ("变了什么", "原来", "现在")),
        Demand("frt.5.1.1", (NAME, PHONE, "处理者的名称、联系方式")),
        Demand("frt.5.1.2", ("处理目的", "处理方式", "保存期限")),
        Demand("frt.5.1.3", ("必要性",)),
        Demand("frt.5.1.4", ("行使权利的方式和程序",)),
        Demand("pipl.14.2", ("重新取得您的单独同意",)),
        Demand("pipl.17.2", ("从哪天起",)),
    ),
    "alternatives-notice": (
        Demand("frt.10.1", ("除人脸识别外，还可以用", "刷卡", "扫码", "人工", "地点", "时间", PHONE)),
        Demand("pipl.16", ("不用说明理由", "不另收费", "权益一样", "不影响您办事")),
    ),
    "consent": (
        Demand("frt.6.1", ("充分知悉", "自愿", "作出决定", "同意", "不同意", "本人签字", "日期")),
        Demand("pipl.14.1", (PURPOSE, NAME, "处理方式")),
        Demand("pipl.30", ("对您的影响", "冒用")),
        Demand("frt.8.1", ("经互联网传输，或者存到设备以外", "接收方", "存放地点", "期限")),
        Demand("frt.6.2", ("撤回", "随时可以", "效力不受影响")),
        Demand("frt.10.1", ("不影响您用别的方式办事", "刷卡")),
        Demand("frt.8.2", ("保存期限",)),
    ),
    "withdrawal": (
        Demand("frt.6.2", ("我撤回以前作出的同意", "效力不受影响")),
        Demand("pipl.15.1", ("随时可以撤回，不用说明理由",)),
        Demand("pipl.47.1.3", ("删除我的人脸信息", "备份")),
        Demand("pipl.50", ("回执", "收到日期")),
    ),
    "guardian-consent": (
        Demand("frt.10.1", ("孩子可以不录人脸",)),
        Demand("frt.7.1", ("父母或者其他监护人", "孩子姓名", "年龄", "和孩子的关系", "监护人签字", "日期")),
        Demand("gbt45574.6.7.b", ("已核对监护关系",)),
        Demand("frt.7.2", ("存储", "使用", "转移", "披露")),
        Demand("pipl.30", ("对孩子的影响", "冒用")),
        Demand("frt.8.1", ("经互联网传输，或者存到设备以外",)),
        Demand("frt.6.2", ("随时撤回同意", "删除")),
    ),
    "minors-rules": (
        Demand("frt.7.2", ("专门规则", "存储", "使用", "转移", "披露")),
        Demand("frt.7.1", ("先取得父母或者其他监护人的同意",)),
        Demand("frt.8.1", ("不经互联网对外传输",)),
        Demand("frt.8.2", ("最短时间",)),
        Demand("pipl.57", ("马上补救", "通知主管部门和监护人")),
        Demand("mpl.72.2", ("更正、删除的要求，及时办理",)),
    ),
    "vendor-card": (
        Demand("frt.19.1.3", ("V1", "认出是谁")),
        Demand("frt.8.1", ("V2", "照片、特征码", "V3", "往外走", "V4", "云功能能不能关掉")),
        Demand("frt.14", ("V5", "加密", "V6", "出厂密码", "谁能导出", "日志")),
        Demand("csl.23.1.3", ("网络日志至少留6个月",)),
        Demand("pipl.47.1", ("V7", "自动删除", "撤回同意删", "备份")),
        Demand("pipl.21.2", ("V8", "训练")),
        Demand("pipl.21.3", ("V9", "再交给别的公司")),
        Demand("frt.10.1", ("V10", "刷脸以外")),
        Demand("pipl.21.1", ("贵方答复", "对应的题", "答复单位（盖章）", "委托处理补充协议", NAME, PHONE)),
    ),
    "vendor-addendum": (
        Demand(
            "pipl.21.1",
            ("目的", PURPOSE, "期限", "处理方式", "个人信息的种类", "面部特征", "保护措施"),
        ),
        Demand("pipl.21", ("甲方的权利和义务", "乙方的权利和义务", "监督乙方", NAME, "乙方（盖章）")),
        Demand("pipl.21.2", ("不超出", "返还甲方或者删除，不保留", "不生效、无效、被撤销或者终止")),
        Demand("pipl.21.3", ("未经甲方书面同意，不转委托他人处理",)),
        Demand("pipl.59", ("协助甲方履行法定义务",)),
        Demand("frt.8.1", ("存储在人脸识别设备内，不通过互联网对外传输", "本人单独同意的除外")),
        Demand("frt.14", ("数据加密", "安全审计", "访问控制", "授权管理", "入侵检测和防御")),
        Demand("pipl.47.1", ("接到删除某个人的要求，几天删完",)),
        Demand("pipl.57", ("泄露、篡改、丢失", "立即告诉甲方")),
        Demand("ndr.12.1", ("范围", "至少保存3年")),
        Demand("pipl.55.1.3", ("事前做个人信息保护影响评估",)),
        Demand("pipl.23", ("乙方是个人信息处理者，不是受托人",)),
        Demand("pipl.38", ("不把人脸信息提供到境外",)),
        Demand("pipl.10", ("不出售，不提供给别人",)),
        Demand("pipl.6.1", ("不训练、改进算法",)),
    ),
    "procedure": (
        Demand("pipl.51.1.1", ("操作规程", "负责人")),
        Demand("pipl.51.1.2", ("人脸按敏感个人信息管",)),
        Demand("pipl.51.1.4", ("谁能做什么", "录入", "导出", "定期培训")),
        Demand("frt.10.1", ("先说别的方式", "刷卡", "扫码", "人工", "不多等，不绕远，不多花钱")),
        Demand("frt.12", ("公安要求必须刷脸", "不误导、不骗、不逼")),
        Demand("ndr.22.1.5", ("不反复问",)),
        Demand("frt.5.1", ("把告知书给他看",)),
        Demand("frt.5.4", ("大字版",)),
        Demand("frt.6.1", ("单独同意书", "一份只管一个用途")),
        Demand("frt.7.1", ("不满14周岁", "父母或者其他监护人没有同意就不录")),
        Demand("frt.8.1", ("不用微信、QQ、邮箱", "只存在设备里，不上传")),
        Demand("frt.8.2", ("保存期限到了", "几天内删完")),
        Demand("pipl.47.1", ("撤回同意、要求删除", "退租、搬走", "停用刷脸")),
        Demand("pipl.47.2", ("法律、行政法规规定的保存期限没到",)),
        Demand("pipl.50", ("办不了的，说明理由", "多久答复")),
        Demand("frt.14", ("一人一个账号", "授权", "日志", "出厂密码", "防火墙", "升到最新版")),
        Demand("csl.23.1.3", ("网络日志至少留6个月",)),
        Demand("frt.9.2", ("处理情况记录和影响评估报告，至少保存3年",)),
        Demand("frt.15.1", ("到8万人",)),
        Demand("pipl.57", ("照应急预案办",)),
    ),
    "incident": (
        Demand("pipl.51.1.5", ("应急预案", "负责人", "练一次")),
        Demand("pipl.57.1", ("发生了泄露、篡改、丢失要通知，可能发生的也要通知", "断", "补好漏洞")),
        Demand("pipl.57.1.1", ("涉及的信息种类", "原因", "可能造成的危害")),
        Demand("pipl.57.1.2", ("我们采取的补救措施", "本人可以怎样减轻危害")),
        Demand("pipl.57.1.3", ("我们的联系方式", PHONE)),
        Demand("pipl.57.2", ("可以不通知本人", "有权要求通知本人")),
        Demand("ndr.11.1", ("通知履行个人信息保护职责的部门", "规定的报告时限")),
        Demand("ndr.11.2", ("电话、短信、即时通信工具、电子邮件或者公告", "公安机关报案")),
        Demand("frt.9.2", ("重大安全事件的，重新做个人信息保护影响评估", "至少留3年")),
        Demand("frt.7.2", ("通知父母或者其他监护人",)),
    ),
}

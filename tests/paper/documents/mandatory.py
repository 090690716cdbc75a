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
}

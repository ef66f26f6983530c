"""Rules for Vietnamese lines."""

from __future__ import annotations

from copydesk.tasks.clean.rule import Rule

RULES = (
    Rule(
        "related.vietnamese",
        "related",
        "vi",
        r"(?:xem|đọc) (?:thêm|tiếp) ?: ?.{3,180}",
        ("Xem thêm: Cây cầu cũ đóng cửa", "Đọc tiếp: Lũ về sớm trên sông"),
        ("Xem thêm vài lần nữa, ông nói.", "Đọc thêm sách là thói quen của bà."),
        200,
    ),
    Rule(
        "related.head_vietnamese",
        "related",
        "vi",
        r"(?:tin|bài)(?: viết)? (?:liên quan|cùng chuyên mục|khác|nổi bật|mới nhất|đọc nhiều(?: nhất)?)"
        r"|(?:xem|đọc) thêm|đọc nhiều(?: nhất)?|cùng chuyên mục|có thể bạn (?:quan tâm|thích)",
        ("Tin liên quan", "Tin cùng chuyên mục", "Bài viết liên quan", "Đọc nhiều", "Có thể bạn quan tâm"),
        ("Tin khác đến từ huyện bên.", "Bài viết liên quan đến vụ án đã bị gỡ."),
        40,
    ),
    Rule(
        "comment.vietnamese",
        "comment",
        "vi",
        r"(?:ý kiến(?: bạn đọc)?|bình luận)(?: ?\(\d+\)| \d+)?|\d+ bình luận"
        r"|(?:gửi|viết|đăng nhập để(?: gửi)?) (?:ý kiến|bình luận)(?: của bạn)?",
        ("Bình luận (4)", "12 bình luận", "Ý kiến bạn đọc (3)", "Gửi bình luận", "Đăng nhập để bình luận"),
        ("Bình luận về quyết định này, ông Nam im lặng.", "Ý kiến của ông là chờ đến mùa xuân."),
        60,
    ),
    Rule(
        "share.vietnamese",
        "share",
        "vi",
        r"chia sẻ(?: bài viết| (?:qua|trên|lên) \w+)?|(?:sao chép|copy) (?:liên kết|link)"
        r"|(?:lưu|in) bài(?: viết)?",
        ("Chia sẻ", "Chia sẻ bài viết", "Chia sẻ trên Facebook", "Sao chép liên kết", "Lưu bài viết"),
        ("Chia sẻ với phóng viên, bà nói sẽ quay lại.",),
        40,
    ),
    Rule(
        "navigation.vietnamese",
        "navigation",
        "vi",
        r"trang chủ(?: ?[>›»/|] ?.{2,80})?|quay lại đầu trang|lên đầu trang",
        ("Trang chủ", "Trang chủ > Đời sống", "Quay lại đầu trang"),
        ("Trang chủ của đội bóng đăng lời xin lỗi.",),
        100,
    ),
)

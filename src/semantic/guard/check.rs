//! What a run has checked before it comes to a place.

use crate::platform::device_setting;

/// A set of checks that came out well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Checks(u32);

impl Checks {
    /// `authSetting.userInfo` is granted.
    pub const USER_INFO: Self = Self(1);
    /// `authSetting.phoneNumber` is granted.
    pub const PHONE_NUMBER: Self = Self(2);
    /// `canIUse` says yes.
    pub const CAN_I_USE: Self = Self(4);
    /// An answer's result code is the expected one.
    pub const RESULT_CODE: Self = Self(8);
    /// A flag that is set on the way says that it is the first time.
    pub const FIRST_TIME: Self = Self(16);
    /// The client was asked what it supports, and a withdrawn API may be the fallback for the answer.
    pub const SUPPORT: Self = Self(32);
    /// A member of `authSetting` that no API is known to need is granted.
    pub const OTHER_SETTING: Self = Self(64);

    /// The bits of device permissions lie above these.
    const DEVICES: u32 = 7;

    /// The member `key` of `authSetting`, about the device, is granted.
    #[must_use]
    pub fn device(key: &str) -> Self {
        match device_setting(key) {
            Some(number) => Self(1 << (Self::DEVICES + number)),
            None => Self::OTHER_SETTING,
        }
    }

    /// Whether one of the device permissions `settings` was found granted; of an API without
    /// any, one that the documents do not tell of.
    #[must_use]
    pub fn grants_device(self, settings: &[String]) -> bool {
        let is_any = settings.iter().any(|key| self.has(Self::device(key)));
        is_any || (settings.is_empty() && self.has(Self::OTHER_SETTING))
    }

    /// What holds in either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These without `checks`.
    #[must_use]
    pub fn without(self, checks: Self) -> Self {
        Self(self.0 & !checks.0)
    }

    /// What holds in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether all of `checks` are there.
    #[must_use]
    pub fn has(self, checks: Self) -> bool {
        self.0 & checks.0 == checks.0
    }

    /// Whether the button scope `scope` was found granted.
    #[must_use]
    pub fn grants(self, scope: &str) -> bool {
        match scope {
            "userInfo" => self.has(Self::USER_INFO),
            "phoneNumber" => self.has(Self::PHONE_NUMBER),
            _ => false,
        }
    }
}

import BasePage from '../../base/page';

class LoginPage extends BasePage {
  onAuthorize() {
    my.navigateBack();
  }
}

Page(new LoginPage());

import greet from 'greet';

const { each } = require('./list');

class Animal {
  name = this.call();
  call() { return '你好'; }
  get sound() { return greet(this); }
}

class Dog extends Animal {
  constructor() {
    super();
  }
}

const dog = new Dog();
each([dog], (it) => it.call()); each.call(null, [], greet);
console.log(dog.sound, [1].map(greet));

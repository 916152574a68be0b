Component({ props: { scope: '', label: '' }, methods: { onSuccess(e) { this.props.onSuccess(e); } } });
